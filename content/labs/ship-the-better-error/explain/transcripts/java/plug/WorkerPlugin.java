package plug;

public class WorkerPlugin {}
