package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", constant = "1")
  @Mapping(target = "a", constant = "2") // here
  Target map(Source source);
}

class Source {}

class Target {
  public void setA(int a) {}
}
