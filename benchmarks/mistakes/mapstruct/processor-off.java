// options -proc:none
package probe;

import org.mapstruct.*;

@Mapper
public interface Churn {
  Target map(Source source);
}

class Source {}

class Target {}

public class Run {
  public static void main() {
    org.mapstruct.factory.Mappers.getMapper(Churn.class);
  }
}
