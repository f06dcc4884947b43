/** How long statements that never wait for anything may keep the event loop, in milliseconds. */
const longest = 1

// Of real time, whatever a test does with the clock meanwhile.
const nextTurn = setImmediate
const present = performance.now.bind(performance)

let since = present()

/** Those who have had their time, in the order in which they go on. */
const waiting: (() => void)[] = []

function goOn() {
  since = present()
  waiting.shift()?.()
  if (waiting.length > 0) nextTurn(goOn)
}

/**
 * Lets others have their turn when whoever asks has kept the event loop for long: SQLite answers at once, so that a chain of statements would
 * run to its end before any other visitor is looked at. Of several chains one goes on at a time, so that visitors are looked at between any two.
 */
export function breath(): Promise<void> | undefined {
  if (present() - since < longest) return undefined
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) nextTurn(goOn)
  })
}
