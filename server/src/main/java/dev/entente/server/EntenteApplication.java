package dev.entente.server;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/// The service's parts, put together by Spring.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class EntenteApplication {}
