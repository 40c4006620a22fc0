using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions.</summary>
    public static class special
    {
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_airy_ai", input) : Op.Call("special_airy_ai.out", input, @out);
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_bessel_j0", input) : Op.Call("special_bessel_j0.out", input, @out);
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_bessel_j1", input) : Op.Call("special_bessel_j1.out", input, @out);
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_bessel_y0", input) : Op.Call("special_bessel_y0.out", input, @out);
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_bessel_y1", input) : Op.Call("special_bessel_y1.out", input, @out);
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_chebyshev_polynomial_t", x, n) : Op.Call("special_chebyshev_polynomial_t.out", x, n, @out);
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_chebyshev_polynomial_u", x, n) : Op.Call("special_chebyshev_polynomial_u.out", x, n, @out);
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_chebyshev_polynomial_v", x, n) : Op.Call("special_chebyshev_polynomial_v.out", x, n, @out);
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_chebyshev_polynomial_w", x, n) : Op.Call("special_chebyshev_polynomial_w.out", x, n, @out);
        public static Tensor digamma(Tensor input) => Op.Call("special_digamma", input);
        public static Tensor entr(Tensor input) => Op.Call("special_entr", input);
        public static Tensor erf(Tensor input) => Op.Call("special_erf", input);
        public static Tensor erfc(Tensor input) => Op.Call("special_erfc", input);
        public static Tensor erfcx(Tensor input) => Op.Call("special_erfcx", input);
        public static Tensor erfinv(Tensor input) => Op.Call("special_erfinv", input);
        public static Tensor exp2(Tensor input) => Op.Call("special_exp2", input);
        public static Tensor expit(Tensor input) => Op.Call("special_expit", input);
        public static Tensor expm1(Tensor input) => Op.Call("special_expm1", input);
        public static Tensor gammainc(Tensor input, Tensor other) => Op.Call("special_gammainc", input, other);
        public static Tensor gammaincc(Tensor input, Tensor other) => Op.Call("special_gammaincc", input, other);
        public static Tensor gammaln(Tensor input) => Op.Call("special_gammaln", input);
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_hermite_polynomial_h", x, n) : Op.Call("special_hermite_polynomial_h.out", x, n, @out);
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_hermite_polynomial_he", x, n) : Op.Call("special_hermite_polynomial_he.out", x, n, @out);
        public static Tensor i0(Tensor input) => Op.Call("special_i0", input);
        public static Tensor i0e(Tensor input) => Op.Call("special_i0e", input);
        public static Tensor i1(Tensor input) => Op.Call("special_i1", input);
        public static Tensor i1e(Tensor input) => Op.Call("special_i1e", input);
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_laguerre_polynomial_l", x, n) : Op.Call("special_laguerre_polynomial_l.out", x, n, @out);
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_legendre_polynomial_p", x, n) : Op.Call("special_legendre_polynomial_p.out", x, n, @out);
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => Op.Call("special_log_softmax", input, dim, dtype);
        public static Tensor logit(Tensor input) => Op.Call("special_logit", input);
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_modified_bessel_i0", input) : Op.Call("special_modified_bessel_i0.out", input, @out);
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_modified_bessel_i1", input) : Op.Call("special_modified_bessel_i1.out", input, @out);
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_modified_bessel_k0", input) : Op.Call("special_modified_bessel_k0.out", input, @out);
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_modified_bessel_k1", input) : Op.Call("special_modified_bessel_k1.out", input, @out);
        public static Tensor multigammaln(Tensor input, long p) => Op.Call("special_multigammaln", input, p);
        public static Tensor ndtr(Tensor input) => Op.Call("special_ndtr", input);
        public static Tensor ndtri(Tensor input) => Op.Call("special_ndtri", input);
        public static Tensor polygamma(long n, Tensor input) => Op.Call("special_polygamma", n, input);
        public static Tensor psi(Tensor input) => Op.Call("special_psi", input);
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_scaled_modified_bessel_k0", input) : Op.Call("special_scaled_modified_bessel_k0.out", input, @out);
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_scaled_modified_bessel_k1", input) : Op.Call("special_scaled_modified_bessel_k1.out", input, @out);
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_shifted_chebyshev_polynomial_t", x, n) : Op.Call("special_shifted_chebyshev_polynomial_t.out", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_shifted_chebyshev_polynomial_u", x, n) : Op.Call("special_shifted_chebyshev_polynomial_u.out", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_shifted_chebyshev_polynomial_v", x, n) : Op.Call("special_shifted_chebyshev_polynomial_v.out", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) => @out is null ? Op.Call("special_shifted_chebyshev_polynomial_w", x, n) : Op.Call("special_shifted_chebyshev_polynomial_w.out", x, n, @out);
        public static Tensor sigmoid(Tensor input) => Op.Call("sigmoid", input);
        public static Tensor sigmoid_(Tensor input) => Op.InPlace("sigmoid_", input);
        public static Tensor sinc(Tensor input) => Op.Call("special_sinc", input);
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Op.Call("special_softmax", input, dim, dtype);
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) => @out is null ? Op.Call("special_spherical_bessel_j0", input) : Op.Call("special_spherical_bessel_j0.out", input, @out);
        public static Tensor xlog1py(Tensor input, Tensor other) => Op.Call("special_xlog1py", input, other);
        public static Tensor zeta(Tensor x, Tensor q) => Op.Call("special_zeta", x, q);
    }
}
