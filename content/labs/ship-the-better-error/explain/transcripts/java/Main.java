import java.net.URL;
import java.net.URLClassLoader;
import plug.WorkerPlugin;

public class Main {
    public static void main(String[] args) throws Exception {
        URL classes = Main.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader second = new URLClassLoader("pluginLoader", new URL[] {classes}, null);
        Object plugin = second.loadClass("plug.WorkerPlugin").getDeclaredConstructor().newInstance();
        try {
            WorkerPlugin accepted = (WorkerPlugin) plugin;
        } catch (ClassCastException error) {
            System.out.println(error.getMessage());
        }
    }
}
