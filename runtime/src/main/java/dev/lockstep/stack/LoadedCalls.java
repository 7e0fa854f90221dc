package dev.lockstep.stack;

import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.orchestrator.RunExecution;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a component of classes of its own. The first call of {@code close} closes its jars,
 * unless others use them. Streams and journals that it hands out belong to it; the steps that an
 * orchestrator executes do not.
 */
final class LoadedCalls implements InvocationHandler {
  private final AutoCloseable component;
  private final ContextLoader classes;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedCalls(AutoCloseable component, ContextLoader classes) {
    this.component = component;
    this.classes = classes;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    boolean closing = method.getName().equals("close") && arguments == null;
    if (closing && closed.getAndSet(true)) {
      return null;
    }
    ClassLoader before = classes.enter();
    try {
      return handedOut(method.invoke(component, handedIn(arguments, before)));
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    } finally {
      classes.leave(before);
      if (closing) {
        classes.release();
      }
    }
  }

  /** A component is equal to itself. */
  private Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> component.getClass().getName();
    };
  }

  private @Nullable Object @Nullable [] handedIn(
      @Nullable Object @Nullable [] arguments, @Nullable ClassLoader callers) {
    if (arguments == null || arguments.length != 1) {
      return arguments;
    }
    return arguments[0] instanceof RunExecution run
        ? new Object[] {new CallersExecution(run, callers, classes)}
        : arguments;
  }

  private @Nullable Object handedOut(@Nullable Object result) {
    if (result instanceof InputStream stream) {
      return new LoadedInputStream(stream, classes);
    }
    if (result instanceof OutputStream stream) {
      return new LoadedOutputStream(stream, classes);
    }
    return result instanceof RunJournal journal ? new Journal(journal, classes) : result;
  }

  private record Journal(RunJournal delegate, ContextLoader classes) implements RunJournal {
    @Override
    public void append(List<RunEvent> events) {
      ClassLoader before = classes.enter();
      try {
        delegate.append(events);
      } finally {
        classes.leave(before);
      }
    }

    @Override
    public void close() {
      ClassLoader before = classes.enter();
      try {
        delegate.close();
      } finally {
        classes.leave(before);
      }
    }
  }
}
