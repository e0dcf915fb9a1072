package org.xinheng.app.demo;

import java.time.LocalDate;

/**
 * An invented student, without a name. The id is dealt at random, so it says nothing about grade or
 * class.
 */
record Student(String id, SchoolClass schoolClass, Sex sex, LocalDate birthdate, Latent latent) {

  int grade() {
    return schoolClass.grade();
  }
}
