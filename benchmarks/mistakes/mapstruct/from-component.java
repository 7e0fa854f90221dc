package probe;

import org.mapstruct.*;

@Mapper
interface Churn {
  @Mapping(target = "a", source = "split.trian") // here
  Target map(Source source);
}

class Source {
  public Split getSplit() {
    return null;
  }
}

class Split {
  public int getTrain() {
    return 1;
  }
}

class Target {
  public void setA(int a) {}
}
