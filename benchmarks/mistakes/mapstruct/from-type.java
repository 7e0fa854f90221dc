package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "b") // here
  Target map(Source source);
}

class Source {
  public java.io.InputStream getB() {
    return null;
  }
}

class Target {
  public void setA(int a) {}
}
