package probe;

import java.util.*;
import org.mapstruct.*;

@Mapper
@SuppressWarnings("rawtypes")
interface Churn {
  List map(List source); // here
}
