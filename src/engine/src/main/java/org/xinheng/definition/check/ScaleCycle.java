package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/**
 * No composite is made of itself, directly or through other scales, and none goes deeper than anybody could follow.
 * Each cycle is reported once.
 */
final class ScaleCycle implements Rule<Instrument> {

  static final int MOST_LEVELS = 20;

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    Walk walk = new Walk(instrument, places);
    instrument.scales().forEach(walk::enter);
    return walk.found;
  }

  /** A walk down the parts, which meets a cycle when it meets a scale that it has not left yet. */
  private static final class Walk {

    private final Instrument instrument;
    private final Places places;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final Set<String> left = new HashSet<>();

    Walk(Instrument instrument, Places places) {
      this.instrument = instrument;
      this.places = places;
    }

    void enter(Scale scale) {
      if (left.contains(scale.id())) {
        return;
      }
      open.add(scale.id());
      for (Keying.Part part : ItemUse.parts(scale)) {
        if (open.contains(part.scale())) {
          reportCycle(part);
        } else if (open.size() == MOST_LEVELS) {
          reportDepth(part);
        } else {
          instrument.scale(part.scale()).ifPresent(this::enter);
        }
      }
      open.remove(open.size() - 1);
      left.add(scale.id());
    }

    private void reportDepth(Keying.Part part) {
      found.add(error(
              "scale.depth",
              places.of(part),
              "scale '%s' is made of scales of scales, more than %d deep",
              open.get(0),
              MOST_LEVELS)
          .hint("name the inner scales directly"));
    }

    private void reportCycle(Keying.Part part) {
      String cycle = open.subList(open.indexOf(part.scale()), open.size()).stream()
          .map(name -> "'" + name + "' uses ")
          .collect(Collectors.joining());
      found.add(error(
              "scale.cycle",
              places.of(part),
              "the scales go round in a circle: %s'%s'",
              cycle,
              part.scale())
          .hint("a scale cannot be made of itself; take one of them out"));
    }
  }
}
