package dev.lockstep.cli.component;

import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Flavors;
import dev.lockstep.stack.SecretReference;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Components as they are shown: references to secrets as references, and the attributes masked that
 * their flavor calls sensitive. When the flavor is not there to say, all of them are masked.
 */
public final class ComponentView {
  private final Flavors flavors;

  public ComponentView(Flavors flavors) {
    this.flavors = flavors;
  }

  /** A component as data. */
  public Map<String, Object> data(Component component) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", component.name());
    data.put("flavor", component.flavor());
    data.put("attributes", shown(component));
    return data;
  }

  /** The attributes on one line. */
  public String attributes(Component component) {
    List<String> attributes = new ArrayList<>();
    for (Map.Entry<String, String> entry : shown(component).entrySet()) {
      attributes.add(entry.getKey() + "=" + entry.getValue());
    }
    return String.join(" ", attributes);
  }

  private Map<String, String> shown(Component component) {
    Map<String, String> shown = new LinkedHashMap<>(component.attributes());
    for (String attribute : hidden(component)) {
      shown.put(attribute, SecretValue.MASK);
    }
    return shown;
  }

  /** The attributes whose values are not shown, in their order. */
  public Set<String> hidden(Component component) {
    Set<String> hidden = new LinkedHashSet<>();
    if (component.attributes().isEmpty()) {
      return hidden;
    }
    Set<String> open = openAttributes(component);
    for (Map.Entry<String, String> entry : component.attributes().entrySet()) {
      if (!open.contains(entry.getKey()) && !SecretReference.isReference(entry.getValue())) {
        hidden.add(entry.getKey());
      }
    }
    return hidden;
  }

  private Set<String> openAttributes(Component component) {
    Set<String> open = new HashSet<>();
    try {
      for (FlavorOption option : flavors.find(component.type(), component.flavor()).options()) {
        if (!option.sensitive()) {
          open.add(option.name());
        }
      }
    } catch (StackException e) {
      // The integration is not installed here.
    }
    return open;
  }
}
