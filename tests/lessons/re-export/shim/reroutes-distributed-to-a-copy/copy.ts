export class WorkerPlugin {
  setup(): void {}
  teardown(): void {}
  transition(): void {}
}

export class SchedulerPlugin {}

export class NannyPlugin {}

export const Client = 1, LocalCluster = 1, Nanny = 1, Scheduler = 1, Worker = 1, getWorker = 1
export const InstallPlugin = 1, UploadFile = 1, Environ = 1, ForwardOutput = 1
