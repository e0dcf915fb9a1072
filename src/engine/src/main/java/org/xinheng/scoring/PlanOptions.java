package org.xinheng.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;

/**
 * What is chosen when a questionnaire is compiled.
 *
 * @param norms the norm set that standard scores are taken from, if any
 * @param bandSystems by scale id the system of cut-offs to use; a scale that is not named uses that of its first set
 */
public record PlanOptions(Optional<NormSet> norms, Map<String, String> bandSystems) {

  /** No norms, and of several systems of cut-offs the first. */
  public static final PlanOptions DEFAULTS = new PlanOptions(Optional.empty(), Map.of());

  public PlanOptions {
    bandSystems = Map.copyOf(bandSystems);
  }

  public PlanOptions withNorms(NormSet set) {
    return new PlanOptions(Optional.of(set), bandSystems);
  }

  /** Uses a system of cut-offs for a scale, instead of the first. */
  public PlanOptions withBandSystem(String scale, String system) {
    Map<String, String> all = new TreeMap<>(bandSystems);
    all.put(scale, system);
    return new PlanOptions(norms, all);
  }

  /** The system in use for a scale; empty for a scale without bands. */
  String bandSystem(Scale scale) {
    return Optional.ofNullable(bandSystems.get(scale.id()))
        .or(() -> scale.bandSystems().stream().findFirst())
        .orElse("");
  }

  /**
   * Makes sure that they can be used with a questionnaire.
   *
   * @throws IllegalArgumentException if the norms are of another one, or it does not have the scale or the system
   */
  void requireFor(Instrument instrument) {
    norms.filter(set -> !set.questionnaire().equals(instrument.id())).ifPresent(set -> {
      throw new IllegalArgumentException("norm set '" + set.id() + "' belongs to '"
          + set.questionnaire() + "', not to '" + instrument.id() + "'");
    });
    new TreeMap<>(bandSystems).forEach((id, system) -> {
      List<String> systems = instrument.scale(id).map(Scale::bandSystems).orElse(List.of());
      if (!systems.contains(system)) {
        throw new IllegalArgumentException("'" + instrument.id() + "." + id
            + "' has no bands of a system '" + system + "'; there are: "
            + (systems.isEmpty() ? "none" : String.join(", ", systems)));
      }
    });
  }
}
