package org.xinheng.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The YAML tree of a file. Only nodes are composed, never objects, so nothing in a file is ever run; a first pass over
 * the events refuses what a definition does not need: tags, several documents, deep nesting, many aliases, and aliases
 * of anything but single values (which could be folded into each other without end).
 */
final class YamlDocument {

  static final int MOST_LEVELS = 30;
  static final int MOST_ALIASES = 16;

  private static final LoaderOptions OPTIONS = options();

  /** YAML itself takes no word for a number, a date or a truth value. */
  private static final Resolver WORDS_ONLY = new Resolver() {
    @Override
    protected void addImplicitResolvers() {}
  };

  private YamlDocument() {}

  /** The map at the root of the file; empty, with the faults reported, if there is none. */
  static Optional<YamlMap> root(SourceText source, List<Diagnostic> found) {
    found.addAll(source.faults());
    if (!source.faults().isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> root = compose(source, found);
    boolean empty = root.isPresent()
        && root.get() instanceof MappingNode map
        && map.getValue().isEmpty();
    if (empty) {
      found.add(empty(source));
      return Optional.empty();
    }
    if (root.isPresent() && !(root.get() instanceof MappingNode)) {
      found.add(Diagnostic.error(
              "type.map",
              place(source.file(), root.get().getStartMark()),
              "the file is not a map of keys")
          .hint("start with what it defines, such as 'questionnaire: my-form'"));
      return Optional.empty();
    }
    return root.map(node -> new YamlMap((MappingNode) node, source.file(), found));
  }

  private static Diagnostic empty(SourceText source) {
    return Diagnostic.error("file.empty", Place.startOf(source.file()), "the file holds nothing")
        .hint("start with what it defines, such as 'questionnaire: my-form'");
  }

  private static Optional<Node> compose(SourceText source, List<Diagnostic> found) {
    Optional<Diagnostic> unprintable = unprintable(source);
    if (unprintable.isPresent()) {
      found.add(unprintable.get());
      return Optional.empty();
    }
    try {
      List<Event> events = new ArrayList<>();
      List<Diagnostic> refused = refusals(source, events);
      found.addAll(refused);
      if (!refused.isEmpty()) {
        return Optional.empty();
      }
      @Nullable Node node = new Composer(new Parsed(events), WORDS_ONLY, OPTIONS).getSingleNode();
      if (node == null) {
        found.add(empty(source));
      }
      return Optional.ofNullable(node);
    } catch (MarkedYAMLException e) {
      found.add(syntax(source, e));
    } catch (YAMLException e) {
      found.add(Diagnostic.error(
          "yaml.syntax", Place.startOf(source.file()), "not YAML: %s", firstLine(e)));
    }
    return Optional.empty();
  }

  private static Diagnostic syntax(SourceText source, MarkedYAMLException e) {
    Place place = place(source.file(), e.getProblemMark());
    String problem = e.getProblem() == null ? "cannot be read" : e.getProblem();
    if (problem.contains("\\t(TAB)")) {
      return Diagnostic.error("yaml.tab", place, "a tab stands where only spaces may")
          .hint("indent with spaces");
    }
    return Diagnostic.error("yaml.syntax", place, "not YAML: %s", problem)
        .hint("check indentation, quotes and brackets here and on the line before");
  }

  /** The first character that YAML does not allow; its own message has no place. */
  private static Optional<Diagnostic> unprintable(SourceText source) {
    int line = 1;
    int column = 1;
    for (int c : source.text().codePoints().toArray()) {
      if (!StreamReader.isPrintable(c)) {
        return Optional.of(Diagnostic.error(
                "yaml.character",
                new Place(source.file(), line, column),
                "the character U+%04X cannot stand in a definition",
                c)
            .hint("delete it; most editors do not show it"));
      }
      line = c == '\n' ? line + 1 : line;
      column = c == '\n' ? 1 : column + 1;
    }
    return Optional.empty();
  }

  /** @param seen takes the events, all of them if nothing is refused */
  private static List<Diagnostic> refusals(SourceText source, List<Event> seen) {
    List<Diagnostic> refused = new ArrayList<>();
    Set<String> valueAnchors = new HashSet<>();
    int depth = 0;
    int aliases = 0;
    int documents = 0;
    Parser events = new ParserImpl(new StreamReader(source.text()), OPTIONS);
    boolean isEnd = false;
    while (!isEnd) {
      Event event = events.getEvent();
      seen.add(event);
      isEnd = event.is(Event.ID.StreamEnd);
      Place place = place(source.file(), event.getStartMark());
      if (event instanceof DocumentStartEvent && ++documents == 2) {
        refused.add(
            Diagnostic.error("yaml.documents", place, "the file holds more than one document")
                .hint("put each definition into a file of its own"));
      }
      tagOf(event)
          .ifPresent(tag -> refused.add(Diagnostic.error(
                  "yaml.tag",
                  place,
                  "the tag '%s' is not allowed",
                  tag.replace("tag:yaml.org,2002:", "!!"))
              .hint("remove it")));
      if (event instanceof ScalarEvent scalar && scalar.getAnchor() != null) {
        valueAnchors.add(scalar.getAnchor());
      }
      if (event instanceof AliasEvent alias) {
        if (++aliases == MOST_ALIASES + 1) {
          refused.add(Diagnostic.error("yaml.aliases", place, "more than %d aliases", MOST_ALIASES)
              .hint("write the values out"));
        }
        if (!valueAnchors.contains(alias.getAnchor())) {
          refused.add(Diagnostic.error(
                  "yaml.alias",
                  place,
                  "the alias '%s' stands for more than one value",
                  alias.getAnchor())
              .hint("write the list or map out"));
        }
      }
      if (event instanceof CollectionStartEvent && ++depth == MOST_LEVELS + 1) {
        refused.add(Diagnostic.error("yaml.depth", place, "more than %d levels deep", MOST_LEVELS));
        return refused;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return refused;
  }

  private static Optional<String> tagOf(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return Optional.ofNullable(scalar.getTag());
    }
    if (event instanceof CollectionStartEvent collection) {
      return Optional.ofNullable(collection.getTag());
    }
    return Optional.empty();
  }

  /** What a parser found, once more. */
  private static final class Parsed implements Parser {

    private final List<Event> events;
    private int next;

    Parsed(List<Event> events) {
      this.events = events;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
      return next < events.size() && events.get(next).is(choice);
    }

    @Override
    public Event peekEvent() {
      return events.get(next);
    }

    @Override
    public Event getEvent() {
      next++;
      return events.get(next - 1);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(SourceText.MOST_BYTES);
    options.setNestingDepthLimit(MOST_LEVELS + 10);
    return options;
  }

  static Place place(String file, @Nullable Mark mark) {
    return mark == null
        ? Place.startOf(file)
        : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be read");
  }
}
