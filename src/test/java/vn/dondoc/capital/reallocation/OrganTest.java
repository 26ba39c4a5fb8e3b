package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.capital.reallocation.reading.Organ;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Names of who decides, as rules and decisions write them. */
class OrganTest {
  @ParameterizedTest
  @CsvSource({
    "HĐND tỉnh,Hội đồng nhân dân tỉnh Lạng Sơn,true",
    "'UBND tỉnh, báo cáo HĐND',Uỷ ban nhân dân tỉnh,true",
    "'UBND tỉnh, báo cáo HĐND',HĐND tỉnh,false",
    "'UBND tỉnh, báo cáo HĐND',UBND thành phố Lạng Sơn,false",
    "UBND tỉnh,UBND tỉnh Thái Nguyên,false",
    "UBND tỉnh,Văn phòng UBND tỉnh,false",
    "HĐND tỉnh,Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh,false",
    "UBND tỉnh,UBND,false",
    "HĐND tỉnh,HĐND thành phố Hà Nội,false",
    "HĐND tỉnh,HĐND thành phố Lạng Sơn,false",
    "HĐND cấp huyện,HĐND thị xã mẫu,true",
    "HĐND cấp huyện,HĐND thành phố Lạng Sơn,true",
    "HĐND cấp huyện,'HĐND huyện Chi Lăng, tỉnh Lạng Sơn',true",
    "HĐND cấp huyện,HĐND huyện Đồng Hỷ tỉnh Thái Nguyên,false",
    "HĐND cấp huyện,HĐND cấp huyện,false",
    "HĐND cấp huyện,HĐND tỉnh,false",
    "HĐND cấp xã,Hội đồng nhân dân phường mẫu,true",
    "HĐND cấp xã,HĐND thị trấn Chi Lăng,true",
    "HĐND cấp xã,HĐND huyện mẫu,false",
    "Thủ tướng Chính phủ,Thủ tướng,true",
    "Thủ tướng Chính phủ,Chính phủ,false",
    "Thủ tướng Chính phủ,Văn phòng Chính phủ,false",
    "Chính phủ,Thủ tướng Chính phủ,false",
    "HĐND tỉnh,Sở Kế hoạch và Đầu tư,false",
    "Bộ mẫu,bộ mẫu,true"
  })
  void organOfThisProvinceAtItsLevelWhateverItIsWrittenLike(
      String ruled, String issuer, boolean same) {
    assertThat(Organ.read(ruled).is(Organ.read(issuer), "Lạng Sơn")).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "HĐND tỉnh,HĐND thành phố Hà Nội,true",
    "HĐND tỉnh,HĐND TP. Hà Nội,true",
    "HĐND tỉnh,HĐND thành phố Hải Phòng,false",
    "HĐND cấp huyện,HĐND thành phố Hà Nội,false",
    "HĐND cấp huyện,HĐND quận Ba Đình,true"
  })
  void cityUnderTheCentreIsAProvinceOfItsOwnOnly(String ruled, String issuer, boolean same) {
    assertThat(Organ.read(ruled).is(Organ.read(issuer), "thành phố Hà Nội")).isEqualTo(same);
  }

  @Test
  void organIsReadInTheReadersLanguageAndMatchedInVietnamese() {
    MoveRules.Authority authority =
        new MoveRules.Authority(
            1,
            "Vốn mẫu",
            false,
            "ubnd-tinh",
            new MoveRules.Words(
                "UBND tỉnh, báo cáo HĐND", "Provincial People's Committee, told to the Council"),
            new MoveRules.Times(null, 0, 0, true),
            "",
            "");
    assertThat(authority.organ(Texts.in(Language.EN))).isEqualTo("Provincial People's Committee");
    assertThat(authority.organ(Texts.in(Language.VI))).isEqualTo(authority.organ());
  }
}
