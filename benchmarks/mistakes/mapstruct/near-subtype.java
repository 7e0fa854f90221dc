package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  Target map(Source source); // here
}

class Source {
  public java.io.InputStream getA() {
    return null;
  }
}

class Target {
  public void setA(java.io.FileInputStream a) {}
}
