package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "a", dependsOn = "a") // here
  Target map(Source source); // here
}

class Source {
  public int getA() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}
}
