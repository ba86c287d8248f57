using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Traces;

namespace Keyline.Identity.Tests.SignIn;

public class AdviceTests
{
    public static TheoryData<SignInFaultCode> Codes => [.. Enum.GetValues<SignInFaultCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_has_words_for_the_person_and_for_the_administrator(SignInFaultCode code)
    {
        var advice = Advice.For(code);

        Assert.True(advice.Title.Length > 5 && advice.Person.Length > 10 && advice.Administrator.Length > 20);
    }
}
