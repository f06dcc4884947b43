// The thread that `checkpoints.ts` begins.
import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from './connection.ts'

const connection = openConnection(workerData as string, ['busy_timeout=0', 'synchronous=NORMAL'])

parentPort?.on('message', (wish: 'begin' | 'end') => {
  if (wish === 'begin') {
    connection.run('PRAGMA wal_checkpoint(PASSIVE)')
    parentPort?.postMessage('done')
  } else {
    connection.close()
    parentPort?.close()
  }
})
