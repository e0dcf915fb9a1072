package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.irt.Dichotomous;
import org.xinheng.instrument.irt.Estimate;
import org.xinheng.instrument.irt.Graded;
import org.xinheng.instrument.irt.IrtScale;
import org.xinheng.instrument.irt.IrtScores;
import org.xinheng.instrument.irt.ItemModel;
import org.xinheng.instrument.irt.NormalPrior;
import org.xinheng.instrument.irt.PartialCredit;

/**
 * The levels of people by estimated parameters, with a standard normal prior, and how well their answers fit. An item
 * whose slope is negative is turned round first, which changes no probability.
 */
public final class PersonScores {

  private final Calibration calibration;
  private final IrtScores scores;
  private final boolean[] turned;

  /**
   * Of the items of a calibration.
   *
   * @throws IllegalArgumentException if a slope is 0 or a parameter is not finite
   */
  public PersonScores(Calibration calibration) {
    this.calibration = calibration;
    List<ItemModel> models = new ArrayList<>();
    turned = new boolean[calibration.items().size()];
    for (int j = 0; j < turned.length; j++) {
      CalibratedItem item = calibration.items().get(j);
      turned[j] = item.slope() < 0;
      models.add(model(calibration.model(), item));
    }
    scores = new IrtScores(new IrtScale(models), NormalPrior.STANDARD);
  }

  private static ItemModel model(IrtModel model, CalibratedItem item) {
    double slope = Math.abs(item.slope());
    List<Double> places = new ArrayList<>(item.difficulties());
    if (item.slope() < 0) {
      Collections.reverse(places);
    }
    if (model == IrtModel.PARTIAL_CREDIT) {
      return new PartialCredit(slope, places);
    }
    return places.size() == 1 ? new Dichotomous(slope, places.get(0)) : new Graded(slope, places);
  }

  /**
   * One person.
   *
   * @param answered how many items were answered
   * @param eap mean of the posterior; empty when nothing was answered, as all that follow
   * @param map mode of the posterior
   * @param ml maximum likelihood; empty also where all answers are the lowest, or all the highest
   * @param wle Warm's weighted likelihood
   * @param fit lz at the mean of the posterior: strongly negative where the answers are unlikely
   */
  public record Person(
      int answered,
      Optional<Estimate> eap,
      Optional<Estimate> map,
      Optional<Estimate> ml,
      Optional<Estimate> wle,
      Optional<Double> fit) {}

  /** A person with these answers. */
  public Person of(int[] answers) {
    int[] own = answers.clone();
    int answered = 0;
    for (int j = 0; j < own.length; j++) {
      if (own[j] != AnswerPatterns.MISSING) {
        answered++;
        if (turned[j]) {
          own[j] = calibration.items().get(j).categories() - 1 - own[j];
        }
      }
    }
    Optional<Estimate> eap = scores.eap(own);
    Optional<Double> fit = Optional.empty();
    if (eap.isPresent()) {
      var lz = scores.scale().lz(eap.get().theta(), own);
      fit = lz.isPresent() ? Optional.of(lz.getAsDouble()) : fit;
    }
    return new Person(answered, eap, scores.map(own), scores.ml(own), scores.wle(own), fit);
  }

  /** Each pattern once, in its order. */
  public List<Person> of(AnswerPatterns answers) {
    List<Person> people = new ArrayList<>();
    for (int p = 0; p < answers.size(); p++) {
      people.add(of(answers.pattern(p)));
    }
    return people;
  }

  /** The share of the variance of the means of the posteriors in all variance, {@code Var / (Var + mean error²)}. */
  public static double empiricalReliability(AnswerPatterns answers, List<Person> people) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    double errors = 0;
    for (int p = 0; p < answers.size(); p++) {
      Optional<Estimate> eap = people.get(p).eap();
      if (eap.isPresent()) {
        int weight = answers.people(p);
        n += weight;
        sum += weight * eap.get().theta();
        squares += weight * eap.get().theta() * eap.get().theta();
        errors += weight * eap.get().standardError() * eap.get().standardError();
      }
    }
    double variance = squares / n - sum / n * (sum / n);
    return variance / (variance + errors / n);
  }
}
