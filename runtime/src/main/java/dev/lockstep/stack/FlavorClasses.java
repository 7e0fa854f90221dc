package dev.lockstep.stack;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Makes flavors of classes that are known by name. */
final class FlavorClasses {
  /** Why a class cannot be used as a flavor, as a clause. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String problem, @Nullable Throwable cause) {
      super(problem, cause);
    }
  }

  private FlavorClasses() {}

  /** Makes a flavor with its constructor without parameters. */
  static ComponentFlavor<?> make(ClassLoader loader, String className) throws UnusableException {
    try {
      Class<?> type = Class.forName(className, true, loader);
      if (!ComponentFlavor.class.isAssignableFrom(type)) {
        throw new UnusableException(className + " is no flavor", null);
      }
      return (ComponentFlavor<?>) type.getConstructor().newInstance();
    } catch (ClassNotFoundException | LinkageError e) {
      throw new UnusableException(problem(className, e), e);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new UnusableException(
          className + " is no public class with a public constructor without parameters", e);
    } catch (InvocationTargetException e) {
      throw new UnusableException(problem(className, e.getTargetException()), e);
    }
  }

  /**
   * Why a class could not be loaded or made, as a clause. What an exception of someone else's says
   * may hold what must not be shown; its type, and the names of classes, may not.
   */
  static String problem(String className, Throwable failure) {
    if (failure instanceof ClassNotFoundException) {
      return String.valueOf(failure.getMessage()).equals(className)
          ? "there is no class " + className + " in it"
          : needs(className, failure.getMessage());
    }
    if (failure instanceof NoClassDefFoundError) {
      return needs(className, failure.getMessage());
    }
    if (failure instanceof UnsupportedClassVersionError) {
      return className
          + " was compiled for a newer Java than "
          + Runtime.version().feature()
          + ", which runs here";
    }
    return failure instanceof ExceptionInInitializerError initializer
            && initializer.getException() != null
        ? problem(className, initializer.getException())
        : "making " + className + " failed with " + failure.getClass().getName();
  }

  private static String needs(String className, @Nullable String missing) {
    String name = String.valueOf(missing).replace('/', '.');
    int end = name.indexOf(' ');
    return className
        + " needs the class "
        + (end < 0 ? name : name.substring(0, end))
        + ", which is in none of the jars";
  }
}
