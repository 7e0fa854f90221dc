package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "a", qualifiedByName = "parse") // here
  Target map(Source source);

  @Named("parse")
  default Thread parse(StringBuilder text) {
    return null;
  }
}

class Source {
  public int getA() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}
}
