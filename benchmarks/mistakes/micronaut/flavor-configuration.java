package probe;

import io.micronaut.context.*;
import io.micronaut.context.annotation.*;
import java.util.*;

@ConfigurationProperties("vault")
class Options {
  private Thread thread;

  public Thread getThread() {
    return thread;
  }

  public void setThread(Thread thread) { // here
    this.thread = thread;
  }
}

public class Run {
  public static void main() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("vault.thread", "x"))) {
      context.getBean(Options.class);
    }
  }
}
