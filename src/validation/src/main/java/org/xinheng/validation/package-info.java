/**
 * Statistics of screening questionnaires: arrays in, values out.
 *
 * <p>What holds in every package below this one:
 *
 * <ul>
 *   <li>A missing number in an array is {@code NaN}; each method says whether it leaves the row out or refuses it.
 *   <li>A statistic that is not defined for the data (0 divided by 0) is {@code NaN}, one that grows without bound is
 *       infinite. Nothing is thrown for data that are merely poor.
 *   <li>Arrays are read and never changed or kept.
 *   <li>Levels of confidence are shares, such as 0.95. Tests are two-sided unless their name says otherwise.
 *   <li>What is drawn at random is drawn from a {@linkplain org.xinheng.validation.RandomNumbers seeded generator} of
 *       our own, and is the same on every machine.
 * </ul>
 */
@NullMarked
package org.xinheng.validation;

import org.jspecify.annotations.NullMarked;
