package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", constant = "abc") // here
  Target map(Source source);
}

class Source {}

class Target {
  public void setA(int a) {}
}
