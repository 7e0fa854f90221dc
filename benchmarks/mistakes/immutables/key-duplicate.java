package probe;

import org.immutables.value.Value;

@Value.Immutable
@Value.Style(get = {"get*", "is*"})
interface Churn {
  boolean getOpen(); // here

  boolean isOpen(); // here
}
