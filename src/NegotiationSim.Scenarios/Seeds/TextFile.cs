using System.Text;

namespace NegotiationSim.Scenarios;

internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; null when it cannot be read, which is then among the faults.</summary>
    public static string? Read(string path, string file, Faults faults)
    {
        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new(file, 1, ""), "is not in UTF-8; save it in that encoding");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(new(file, 1, ""), "does not exist");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(file, 1, ""), $"cannot be read: {e.Message}");
        }
        return null;
    }
}
