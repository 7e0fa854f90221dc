package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", constant = "text") // here
  Target map(Source source);
}

class Source {}

class Target {
  public void setA(java.io.FileInputStream a) {}
}
