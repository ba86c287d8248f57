namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Says in plain words why a password is refused and what to do instead.</summary>
public static class PasswordAdvice
{
    /// <summary>Two short sentences for the person.</summary>
    public static string For(PasswordFault fault, int minLength) => fault.Code switch
    {
        PasswordFaultCode.Malformed => "This text holds characters that cannot be typed, such as line ends. Use letters, digits, signs and spaces.",
        PasswordFaultCode.TooShort => $"This password is too short. Use at least {minLength} characters; four or five words that do not belong together are good.",
        PasswordFaultCode.TooLong => $"This password is too long. At most {Password.MaxLength} characters are taken.",
        PasswordFaultCode.Common => "This is one of the passwords that are tried first, or close to one. Adding a digit or a year does not help; use several unrelated words.",
        PasswordFaultCode.NamesOwner => "This is made mostly of your own name, your company's or the product's. Use words that have nothing to do with you.",
        PasswordFaultCode.Repeats => "The same piece is repeated. Repeating does not make a password stronger; add different words.",
        PasswordFaultCode.Sequence => "This follows the alphabet, the digits or the keyboard. Use words that do not follow from each other.",
        PasswordFaultCode.SameAsBefore => "This is the password that you have now. Choose another.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
