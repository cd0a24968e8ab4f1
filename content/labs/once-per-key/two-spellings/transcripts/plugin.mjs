console.log('runs as', import.meta.url.split('/').at(-1))

export class WorkerPlugin {}
