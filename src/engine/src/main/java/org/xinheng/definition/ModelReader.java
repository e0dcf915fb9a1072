package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Estimator;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.Verification;

/** Reads what a scale says about item response theory: the model, the estimator, and the parameters of the items. */
final class ModelReader {

  /** Far beyond any published parameter, in whatever unit. */
  private static final int FARTHEST = 1000;

  private final Places places;

  ModelReader(Places places) {
    this.places = places;
  }

  /** What stands for a model that cannot be read. */
  static Keying.OfModel unreadable() {
    return new Keying.OfModel(
        new ItemResponseModel(
            ItemResponseModel.Kind.GRADED, Estimator.EAP, Optional.empty(), "", Verification.NONE),
        List.of());
  }

  /**
   * The value of {@code irt}.
   *
   * @param reversed the items that are reversed
   */
  Keying.OfModel read(YamlMap map, List<ItemList.Reference> reversed) {
    ItemResponseModel.Kind kind = map.required("model")
        .flatMap(v -> v.word(ItemResponseModel.Kind.values(), ItemResponseModel.Kind::word))
        .orElse(ItemResponseModel.Kind.GRADED);
    Estimator estimator = map.required("estimator")
        .flatMap(v -> v.word(Estimator.values(), Estimator::word))
        .orElse(Estimator.EAP);
    List<ModelledItem> items = map.required("parameters")
        .flatMap(YamlValue::someMap)
        .map(parameters -> items(parameters, kind, reversed))
        .orElse(List.of());
    ItemResponseModel model = new ItemResponseModel(
        kind,
        estimator,
        estimator.hasPrior()
            ? map.required("prior").flatMap(YamlValue::map).map(this::prior)
            : Optional.empty(),
        map.id("source"),
        map.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE));
    map.close();
    places.put(model, map, map.isSound());
    return new Keying.OfModel(model, items);
  }

  /** {@code {mean: 0, sd: 1}}. */
  private ItemResponseModel.Prior prior(YamlMap map) {
    ItemResponseModel.Prior prior = new ItemResponseModel.Prior(
        map.required("mean").flatMap(v -> v.decimal(-FARTHEST, FARTHEST)).orElse(BigDecimal.ZERO),
        map.required("sd").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE));
    map.close();
    places.put(prior, map, map.isSound());
    return prior;
  }

  private List<ModelledItem> items(
      YamlMap parameters, ItemResponseModel.Kind kind, List<ItemList.Reference> reversed) {
    List<ModelledItem> items = new ArrayList<>();
    for (Map.Entry<String, YamlValue> entry : parameters.entries()) {
      String id = parameters.name(entry.getKey());
      Optional<ItemList.Reference> reverse =
          reversed.stream().filter(reference -> reference.item().equals(id)).findFirst();
      Key key = new Key(id, reverse.isPresent(), Map.of(), BigDecimal.ONE);
      places.put(key, parameters.keyPlace(id));
      reverse.ifPresent(reference -> places.note(key, "reverse", reference.place()));
      entry.getValue().map().ifPresent(map -> items.add(item(key, kind, map)));
    }
    return items;
  }

  /** {@code {a: 2.1, b: [-0.5, 0.4]}}; {@code b} is a single number where items have two answers. */
  private ModelledItem item(Key key, ItemResponseModel.Kind kind, YamlMap map) {
    boolean isRasch = kind == ItemResponseModel.Kind.RASCH;
    BigDecimal discrimination = isRasch
        ? BigDecimal.ONE
        : map.required("a").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE);
    List<BigDecimal> thresholds = map
        .required("b")
        .map(value -> kind.isOfSeveralAnswers() ? value.someOrOne() : List.of(value))
        .orElse(List.of())
        .stream()
        .flatMap(value -> value.decimal(-FARTHEST, FARTHEST).stream())
        .toList();
    map.close();
    ModelledItem item = new ModelledItem(key, discrimination, thresholds);
    places.put(item, map, map.isSound());
    return item;
  }
}
