package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", constant = "300") // here
  Target map(Source source);
}

class Source {}

class Target {
  public void setA(byte a) {}
}
