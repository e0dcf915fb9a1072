package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Option;

/** A condition as an author might get it wrong: with one other item, value or number in it, or without one part. */
final class MistakenConditions implements Condition.Visitor<Stream<Condition>> {

  private static final int HIGHEST_LEVEL = 3;

  private final Rehearsal rehearsal;

  MistakenConditions(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  Stream<Condition> of(Condition condition) {
    return condition.accept(this);
  }

  @Override
  public Stream<Condition> ofItem(Condition.OfItem condition) {
    Stream<Condition> others =
        otherItems(condition.item(), item -> new Condition.OfItem(item, condition.comparison()));
    Stream<Condition> edges = edges(condition.comparison())
        .map(comparison -> new Condition.OfItem(condition.item(), comparison));
    return Stream.concat(edges, others);
  }

  @Override
  public Stream<Condition> ofChoice(Condition.OfChoice condition) {
    return rehearsal.instrument().item(condition.item()).stream()
        .flatMap(item -> rehearsal.instrument().scorable(item).stream())
        .flatMap(responses -> responses.options().stream())
        .map(Option::code)
        .filter(code -> code != condition.code())
        .map(code -> new Condition.OfChoice(condition.item(), code));
  }

  @Override
  public Stream<Condition> ofScale(Condition.OfScale condition) {
    NavigableSet<BigDecimal> values = rehearsal
        .instrument()
        .scale(condition.scale())
        .map(scale -> rehearsal.values(scale, Bands.Stage.VALUE))
        .orElseThrow();
    if (!(condition.comparison() instanceof Comparison.AtOrAbove edge)) {
      return edges(condition.comparison())
          .map(comparison -> new Condition.OfScale(condition.scale(), comparison));
    }
    return Rehearsal.slips(edge.value(), values).stream()
        .map(slip ->
            new Condition.OfScale(condition.scale(), new Comparison.AtOrAbove(slip.edge())));
  }

  @Override
  public Stream<Condition> ofBand(Condition.OfBand condition) {
    return Stream.of(condition.levelAtOrAbove() - 1, condition.levelAtOrAbove() + 1)
        .filter(level -> level >= 0 && level <= HIGHEST_LEVEL)
        .map(level -> new Condition.OfBand(condition.scale(), level));
  }

  @Override
  public Stream<Condition> named(Condition.Named condition) {
    return rehearsal.instrument().conditions().stream()
        .filter(named -> !named.id().equals(condition.id()))
        // One that uses this name would come to ask itself.
        .filter(named -> named.condition().walk().noneMatch(Condition.Named.class::isInstance))
        .map(named -> new Condition.Named(named.id()));
  }

  @Override
  public Stream<Condition> atLeast(Condition.AtLeast condition) {
    int n = condition.n();
    List<Condition> parts = condition.parts();
    Stream<Condition> numbers = Stream.of(n - 1, n + 1)
        .filter(other -> other >= 1 && other <= parts.size())
        .map(other -> new Condition.AtLeast(other, parts));
    Stream<Condition> lacking = parts.stream()
        .filter(part -> parts.size() > 1)
        .map(part -> Draft.without(parts, part))
        .map(rest -> new Condition.AtLeast(n == parts.size() ? rest.size() : n, rest))
        .filter(other -> other.n() <= other.parts().size())
        .map(Condition.class::cast);
    // The same part twice is nothing that a case must notice: the checker refuses it.
    Stream<Condition> inside = parts.stream()
        .flatMap(part -> of(part)
            .filter(other -> !parts.contains(other))
            .map(other -> new Condition.AtLeast(n, Draft.replaced(parts, part, other))));
    return Stream.of(numbers, lacking, inside).flatMap(conditions -> conditions);
  }

  @Override
  public Stream<Condition> not(Condition.Not condition) {
    return Stream.concat(Stream.of(condition.part()), of(condition.part()).map(Condition.Not::new));
  }

  private Stream<Condition> otherItems(String item, Function<String, Condition> with) {
    return rehearsal.instrument().keptItems().stream()
        .map(Item::id)
        .filter(other -> !other.equals(item))
        .map(with);
  }

  /** The comparison with an edge one unit lower or higher, or with one value more or less. */
  private static Stream<Comparison> edges(Comparison comparison) {
    Stream<BigDecimal> values =
        comparison.values().stream().flatMap(value -> Rehearsal.neighbours(value).stream());
    if (comparison instanceof Comparison.AtOrAbove) {
      return values.map(Comparison.AtOrAbove::new);
    }
    if (comparison instanceof Comparison.AtOrBelow) {
      return values.map(Comparison.AtOrBelow::new);
    }
    List<BigDecimal> listed = comparison.values();
    Stream<Comparison> more = values
        .filter(value -> listed.stream().noneMatch(other -> other.compareTo(value) == 0))
        .map(value -> new Comparison.OneOf(
            Stream.concat(listed.stream(), Stream.of(value)).toList()));
    Stream<Comparison> fewer = listed.stream()
        .filter(value -> listed.size() > 1)
        .map(value -> new Comparison.OneOf(Draft.without(listed, value)));
    return Stream.concat(more, fewer);
  }
}
