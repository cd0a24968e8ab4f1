import java.net.URL;
import java.net.URLClassLoader;
import plug.WorkerPlugin;

public class Main {
    public static void main(String[] args) throws Exception {
        URL[] here = {
            Main.class.getProtectionDomain().getCodeSource().getLocation()
        };
        Object plugin = new URLClassLoader("pluginLoader", here, null)
            .loadClass("plug.WorkerPlugin")
            .getDeclaredConstructor()
            .newInstance();
        try {
            WorkerPlugin accepted = (WorkerPlugin) plugin;
        } catch (ClassCastException error) {
            System.out.println(error.getMessage());
        }
    }
}
