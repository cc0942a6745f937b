using System.Collections.Frozen;

namespace DetainerLedger.Parsing.Tables;

/// <summary>The words of the names of countries, those of former ones too.</summary>
internal static class CountryNames
{
    public const string Text =
        "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Herzegovina Botswana Brazil "
        + "Bulgaria Burkina Faso Burma Burundi Cambodia Cameroon Canada Cape Verde Central African Republic Chad Chile China People’s Colombia Comoros Congo Democratic Costa Rica Croatia Cuba Cyprus Czech "
        + "Czechoslovakia Denmark Djibouti Dominica Dominican Ecuador Egypt Salvador Equatorial Guinea Eritrea Estonia Ethiopia Federated Finland France French Gabon Gambia Georgia Germany Ghana Greece "
        + "Grenada Guatemala Guinea-Bissau Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati Korea Kosovo Kuwait "
        + "Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali Malta Marshall Islands Mauritania Mauritius Mexico "
        + "Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Pakistan Palau Panama Papua Paraguay Peru Philippines Poland "
        + "Portugal Qatar Romania Russia Rwanda Samoa Saudi Arabia Senegal Serbia Seychelles Sierra Leone Singapore Slovakia Slovenia Somalia South Africa Spain Sudan Suriname Swaziland Sweden "
        + "Switzerland Syria Taiwan Tajikistan Tanzania Thailand Timor-Leste Togo Tonga Trinidad Tobago Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine Kingdom Uruguay Uzbekistan Vanuatu Venezuela "
        + "Vietnam Yemen Yugoslavia Zambia Zimbabwe";

    private static readonly FrozenSet<string> Words = Text.Split(' ').Append("and").Append("of").Append("the").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text has no other words than names of countries have.</summary>
    public static bool IsCountry(string text) =>
        text.Split([' ', ',', '(', ')', '-', '.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && words.All(word => Words.Contains(word.Replace('\'', '’')));
}
