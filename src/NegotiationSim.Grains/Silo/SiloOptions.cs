using System.ComponentModel.DataAnnotations;

namespace NegotiationSim.Grains;

/// <summary>Where the silo of this process listens for other silos. Section "Silo" of the configuration.</summary>
public sealed class SiloOptions
{
    public const string Section = "Silo";

    /// <summary>TCP port on the loopback address; silos are not authenticated. 0 takes a free one, which is the default.</summary>
    [Range(0, 65_535, ErrorMessage = "Silo:Port must be 0 to 65535.")]
    public int Port { get; set; }
}
