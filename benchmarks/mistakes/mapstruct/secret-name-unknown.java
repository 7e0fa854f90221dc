package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "a", qualifiedByName = "prase") // here
  Target map(Source source);

  @Named("parse")
  default int parse(int number) {
    return number;
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
