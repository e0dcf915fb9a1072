package org.xinheng.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinheng.policy.Input;

/**
 * What is known of a student beside the answers.
 *
 * @param inputs the inputs that a table gave; what is not there counts as its lowest value
 * @param riskFactors all that are registered, in force or not
 */
public record Evidence(Map<Input, Integer> inputs, List<RiskFactor> riskFactors) {

  /** Nothing is known. */
  public static final Evidence NONE = new Evidence(Map.of(), List.of());

  public Evidence {
    inputs = Map.copyOf(inputs);
    riskFactors = List.copyOf(riskFactors);
  }

  /** The same with one more input. */
  public Evidence with(Input input, int value) {
    Map<Input, Integer> all = new EnumMap<>(Input.class);
    all.putAll(inputs);
    all.put(input, value);
    return new Evidence(all, riskFactors);
  }

  /** The same with other risk factors. */
  public Evidence withRiskFactors(List<RiskFactor> factors) {
    return new Evidence(inputs, factors);
  }
}
