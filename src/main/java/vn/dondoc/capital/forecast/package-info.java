/**
 * Dự báo giải ngân of a year: what can still be paid of every line until its pool's last day, and
 * how likely the province reaches its target. {@link vn.dondoc.capital.forecast.Forecasts} is the
 * door; the mathematics is that of {@link vn.dondoc.planning.forecast.Forecaster}.
 */
@NamedInterface("forecast")
@NullMarked
package vn.dondoc.capital.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
