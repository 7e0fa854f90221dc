package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "a", dependsOn = "bb") // here
  Target map(Source source);
}

class Source {
  public int getA() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}
}
