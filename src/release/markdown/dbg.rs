#[test]
fn dbg() {
    for b in ["[^2]<https://un.org>[r][]\\\n\n[^2]: note\n[r]: /ref\n", "[^2] [r][] x\n\n[^2]: note\n[r]: /ref\n","[r][] x\n\n[r]: /ref\n", "[^2]x[r][] x\n\n[^2]: note\n[r]: /ref\n"] {
        for (e, r) in pulldown_cmark::Parser::new_ext(b, crate::release::markdown::options()).into_offset_iter() { println!("{e:?} {:?}", &b[r]); }
        println!("--");
    }
    for b in ["[^2][https://un.org](https://un.org)[r](/u \"t\")\\\\", "[^2]<https://un.org>[r](/u)"] { println!("{:?}", crate::release::inline::parse(b)); }
}
