package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "numbr") // here
  Target map(Source source);
}

class Source {
  public int getNumber() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}
}
