package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "a", dependsOn = "b") // here
  @Mapping(target = "b", source = "b", dependsOn = "a") // here
  Target map(Source source); // here
}

class Source {
  public int getA() {
    return 1;
  }

  public int getB() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}

  public void setB(int b) {}
}
