package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  Target map(Source source); // here
}

class Source {
  public long getA() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}
}
