package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", constant = "GREN") // here
  Target map(Source source);
}

class Source {}

enum Colour { RED, GREEN }

class Target {
  public void setA(Colour a) {}
}
