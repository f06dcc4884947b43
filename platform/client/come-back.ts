type Socket = { on: (event: 'disconnect', hear: (reason: string) => void) => unknown; connect: () => unknown }

/** Milliseconds until a connection that the server closed is made again. */
const pause = 2_000

/**
 * Makes a connection again that the server closed, as it does when a sign-in ends or somebody's rights change: what may be heard then is asked anew.
 * What broke by itself socket.io mends alone.
 */
export function comeBack(socket: Socket): void {
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), pause)
  })
}
