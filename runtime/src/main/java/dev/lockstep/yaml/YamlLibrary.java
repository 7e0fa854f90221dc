package dev.lockstep.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads any YAML, by the events of snakeyaml-engine's parser. */
final class YamlLibrary {
  private static final int DEEPEST = 100;

  private final Iterator<Event> events;
  private int line = 1;

  private YamlLibrary(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * A document and how it ends.
   *
   * @param ended whether the end marker is there
   */
  record Document(YamlMapping root, boolean ended) {}

  static Document read(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    // The package with the simpler entry, 'lowlevel', is not exported by the library's module.
    YamlLibrary library =
        new YamlLibrary(new ParserImpl(settings, new StreamReader(settings, text)));
    try {
      return library.document();
    } catch (MarkedYamlEngineException e) {
      // The library's own message quotes the text, which may hold what must not be shown.
      Optional<Mark> mark = e.getProblemMark();
      throw new YamlFormatException(
          "not valid YAML at column " + (mark.isPresent() ? mark.get().getColumn() + 1 : 1),
          mark.isPresent() ? mark.get().getLine() + 1 : library.line);
    } catch (YamlEngineException e) {
      throw new YamlFormatException(
          "not valid YAML here or below (a character that YAML does not allow?)", library.line);
    }
  }

  private Document document() {
    next(); // the start of the stream
    if (next().getEventId() == Event.ID.StreamEnd) {
      return new Document(new YamlMapping(Map.of(), 1), false);
    }
    YamlNode root = node(next(), 0);
    boolean ended = ((DocumentEndEvent) next()).isExplicit();
    if (next().getEventId() != Event.ID.StreamEnd) {
      throw new YamlFormatException("a second document begins", line);
    }
    if (root instanceof YamlScalar scalar && scalar.plain() && scalar.text().isEmpty()) {
      return new Document(new YamlMapping(Map.of(), 1), ended);
    }
    if (!(root instanceof YamlMapping mapping)) {
      throw new YamlFormatException("not a mapping", root.line());
    }
    return new Document(mapping, ended);
  }

  private Event next() {
    Event event = events.next();
    Optional<Mark> mark = event.getStartMark();
    if (mark.isPresent()) {
      line = mark.get().getLine() + 1;
    }
    return event;
  }

  private YamlNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new YamlFormatException("nested too deeply", line);
    }
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
      throw new YamlFormatException("anchors and aliases are not supported", line);
    }
    int start = line;
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag());
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      String text = plain && scalar.getValue().equals("~") ? "" : scalar.getValue();
      return new YamlScalar(text, plain, start);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(sequence.getTag());
      List<YamlNode> elements = new ArrayList<>();
      for (Event e = next(); e.getEventId() != Event.ID.SequenceEnd; e = next()) {
        elements.add(node(e, depth + 1));
      }
      return new YamlSequence(elements, start);
    }
    refuseTag(((MappingStartEvent) event).getTag());
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (Event e = next(); e.getEventId() != Event.ID.MappingEnd; e = next()) {
      int keyLine = line;
      if (!(node(e, depth + 1) instanceof YamlScalar key)) {
        throw new YamlFormatException("a key is not a text", keyLine);
      }
      YamlNode value = node(next(), depth + 1);
      if (entries.put(key.text(), onLineOf(keyLine, value)) != null) {
        throw Yaml.duplicate(key.text(), keyLine);
      }
    }
    return new YamlMapping(entries, start);
  }

  /** A field is found by the line of its key, in both ways of reading. */
  private static YamlNode onLineOf(int line, YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return new YamlScalar(scalar.text(), scalar.plain(), line);
    }
    if (node instanceof YamlMapping mapping) {
      return new YamlMapping(mapping.entries(), line);
    }
    return new YamlSequence(((YamlSequence) node).elements(), line);
  }

  private void refuseTag(Optional<String> tag) {
    if (tag.isPresent()) {
      throw new YamlFormatException("tags are not supported", line);
    }
  }
}
