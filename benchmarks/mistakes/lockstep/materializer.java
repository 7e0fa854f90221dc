package probe;

import dev.lockstep.*;
import dev.lockstep.artifact.*;
import java.lang.reflect.Type;

class Texts implements Materializer<String> {
  public void write(String text, Type type, ArtifactWriter writer) {}

  public String read(Type type, ArtifactReader reader) {
    return "";
  }
}

@Pipeline
class Churn {
  @Step(materializer = Texts.class) // here
  Integer load() {
    return 1;
  }
}
