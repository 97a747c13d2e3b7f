"""Keys, certificates, signatures and what can be said about them; formats only, no own ciphers."""
