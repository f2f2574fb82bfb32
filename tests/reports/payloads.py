# SPDX-License-Identifier: EUPL-1.2
"""Texts of the user that a careless report would take for markup (reliability D13, S4)."""

PAYLOADS = (
    "Mario <mario@example.it>",
    "Rossi & Figli <Srl>",
    "<b>abc",
    "</para>",
    "<para>dentro</para>",
    "<evalString>1+1</evalString>",
    '<img src="/etc/hostname" width="20" height="20"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    "<font color=\"[[[getattr(pow,'__globals__')['os'].system('touch canary') for x in 'x']]]\">x</font>",
    '<a href="javascript:alert(1)">qui</a>',
    '<a href="file:///etc/passwd">qui</a>',
    "<onDraw name='x' label='y'/>",
    "<seq id='x'/><seqreset id='x'/>",
    "<bullet>x</bullet>",
    "<br/><br/>",
    "&lt;b&gt; resta così",
    "&amp; &#60; &nbsp;",
    "<![CDATA[<b>x</b>]]>",
    "<!-- commento -->",
    "<?xml version='1.0'?>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
)
