namespace Keyline.Portal.Design;

public enum Verdict
{
    Passed,
    Warned,
    Failed,
    NotReached,
}
