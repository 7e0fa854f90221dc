package probe;

import java.util.*;
import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  List load(); // here
}
