package org.xinheng.app.demo;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a student is really like, which no file says: general distress and the group factors, each
 * about standard normal over the school.
 *
 * @param facets a facet that is left out is average
 */
record Latent(double general, Map<Facet, Double> facets) {

  private static final double GIRLS_ABOVE_BOYS = 0.1;
  private static final double PER_GRADE = 0.03;
  private static final int MIDDLE_GRADE = 8;

  /** What sex, grade and class leave to the student: the variance over the school stays 1. */
  private static final double OWN = 0.985;

  Latent {
    facets = Map.copyOf(facets);
  }

  static Latent draw(SchoolClass schoolClass, Sex sex, SeededRandom random) {
    double ofSex = sex == Sex.FEMALE ? GIRLS_ABOVE_BOYS / 2 : -GIRLS_ABOVE_BOYS / 2;
    double ofGrade = PER_GRADE * (schoolClass.grade() - MIDDLE_GRADE);
    double general = ofSex + ofGrade + schoolClass.climate() + OWN * random.normal();
    Map<Facet, Double> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, facet.shift(sex) + random.normal());
    }
    return new Latent(general, facets);
  }

  double of(Facet facet) {
    return facets.getOrDefault(facet, 0.0);
  }
}
